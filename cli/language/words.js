/**
 * Words that label, alarm or command, and claims that software cannot keep. One list, for the tests of our own content and for
 * `alongside-elements-cli check --strict`.
 */

/** Words that stand nowhere, and words that no text for young people has. Whole words, `*` for any ending. */
export const forbidden = {
  en: {
    all: {
      'labels a person': ['slave*', 'enslav*', 'prostitut*', 'hooker*', 'whore*', 'at[ -]risk girl*', 'child bride*'],
      alarms: [
        'beware',
        'warning',
        'danger*',
        'horrif*',
        'horrible',
        'shocking',
        'tragic*',
        'nightmare*',
        'monster*',
      ].concat([
        'predator*',
        'helpless',
        'hopeless',
        'broken',
        'ruined',
        'bondage',
        'chains',
        'shackle*',
        'innocent',
        'urgent*',
      ]),
      claims: [
        'erase*',
        'erasing',
        'hides? your visit',
        'hidden visit',
        'secure*',
        'anonym*',
        'untraceable',
        'confidentially',
      ],
      scores: ['score*', 'per ?cent', '%', 'ranking', 'risk level*'],
    },
    youth: ['must', 'should', 'needs? to', 'ought to', 'fail*', 'incomplete', 'overdue', 'remaining', 'to-?do'],
  },
  es: {
    all: {
      'labels a person': ['esclav*', 'prostitu*', 'puta*', 'niñas? en riesgo', 'niña novia'],
      alarms: [
        'advertencia',
        'peligr*',
        'horror*',
        'horribl*',
        'terribl*',
        'trágic*',
        'tragedia*',
        'pesadilla*',
        'alarma*',
      ].concat([
        'alerta*',
        'monstruo*',
        'depredador*',
        'indefens*',
        'rota',
        'roto',
        'cadenas',
        'inocente*',
        'urgente*',
      ]),
      rescues: ['rescat*', 'salvar*'],
      claims: [
        'borrar*',
        'borra',
        'borramos',
        'oculta* tu visita',
        'oculta* su visita',
        'anónim*',
        'anonimat*',
        'sin rastro*',
        'confidencialmente',
      ],
      scores: ['puntaje*', 'puntuación', 'puntos', 'por ciento', '%', 'nivel de riesgo'],
    },
    youth: [
      'debe',
      'debes',
      'deberías?',
      'tienes? que',
      'tendrías que',
      'necesitas',
      'hay que',
      'fall[aóo]*',
      'fracas*',
    ].concat(['incomplet*', 'pendiente*']),
  },
};

/** Whether a word of the list stands in a text: as a whole word, in whatever case. */
function finds(word, text) {
  const pattern = word.replaceAll('*', '\\p{L}*');
  const edge = word === '%' ? '' : '(?<![\\p{L}\\d])';
  return new RegExp(`${edge}${pattern}${edge && '(?![\\p{L}\\d])'}`, 'iu').test(text);
}

/** What is said in a text that is not to be said: `[kind, word]`s. */
export function wrongWords({ text, audience, facts = [] }, language) {
  const { all, youth } = forbidden[language];
  const found = Object.entries(all).flatMap(([kind, words]) =>
    words.filter((word) => finds(word, text)).map((word) => [kind, word]),
  );
  if (audience === 'youth') found.push(...youth.filter((word) => finds(word, text)).map((word) => ['commands', word]));
  // An advocate's own urge to rescue is something that the source talks about.
  if (language === 'en' && finds('rescu*', text) && !facts.includes('S1.urge-to-rescue'))
    found.push(['rescues', 'rescue']);
  return found;
}
