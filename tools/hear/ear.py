"""A speech server for Orca that has no voice: each thing that would be said is a line of JSON in the file that $HEAR_EAR names.

Orca loads it by the name in its settings. Orca 43 knows the language of what it says and does nothing with it: it is written down here,
so that a wrong one shows.
"""

import json
import os

from gi.repository import GLib
from orca import speech_generator, speechserver
from orca.acss import ACSS
from orca.speechserver import SayAllContext, VoiceFamily

ear = open(os.environ["HEAR_EAR"], "a", buffering=1, encoding="utf-8")
voice_of_orca = speech_generator.SpeechGenerator.voice


def voice_with_language(self, key=None, **args):
    voice = voice_of_orca(self, key, **args)
    language = args.get("language")
    if language and voice:
        voice[0][ACSS.FAMILY] = VoiceFamily({VoiceFamily.LANG: language.replace("_", "-")})
    return voice


speech_generator.SpeechGenerator.voice = voice_with_language


def note(text, voice=None):
    family = (voice or {}).get(ACSS.FAMILY) or {}
    ear.write(json.dumps({"text": text, "lang": family.get(VoiceFamily.LANG) or ""}) + "\n")


class SpeechServer(speechserver.SpeechServer):
    only = None

    @staticmethod
    def getFactoryName():
        return "ear"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer.only = SpeechServer.only or SpeechServer()
        return SpeechServer.only

    @staticmethod
    def shutdownActiveServers():
        SpeechServer.only = None

    def getInfo(self):
        return ["ear", "ear"]

    def getVoiceFamilies(self):
        return [VoiceFamily({VoiceFamily.NAME: "ear", VoiceFamily.LANG: "en"})]

    def speak(self, text=None, acss=None, interrupt=True):
        if text and not isinstance(text, ACSS):
            note(text, acss)

    def speakCharacter(self, character, acss=None):
        note(character, acss)

    def speakKeyEvent(self, event, acss=None):
        pass

    def sayAll(self, utteranceIterator, progressCallback):
        GLib.idle_add(self.say_next, utteranceIterator, progressCallback)

    def say_next(self, iterator, callback):
        """Each part of the page counts as said at once."""
        try:
            context, voice = next(iterator)
        except StopIteration:
            return False
        note(context.utterance, voice)
        context.currentOffset = context.startOffset
        callback(context.copy(), SayAllContext.PROGRESS)
        context.currentOffset = context.endOffset
        callback(context.copy(), SayAllContext.COMPLETED)
        GLib.idle_add(self.say_next, iterator, callback)
        return False

    def stop(self):
        pass

    def shutdown(self):
        pass

    def reset(self, text=None, acss=None):
        pass

    def list_output_modules(self):
        return ()
