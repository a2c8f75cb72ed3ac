import 'alongside-elements/define/quick-exit.js';
import 'alongside-elements/define/resource-card.js';
import 'alongside-elements/define/safety-checklist.js';
import 'alongside-elements/define/stage-guide.js';
import type { StageChangeEvent } from 'alongside-elements';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { elsewhere, heard, pack, services } from './page.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="ahead" (click)="stage.set('contemplation')">Ahead</button>
    <button id="tick" (click)="noticing.set(!noticing())">Tick</button>
    <button id="swap" (click)="service.set(services.bad)">Swap</button>
    <button id="show" (click)="shown.set(!shown())">Show</button>
    <button id="late" (click)="late()">Late</button>
    <p id="open">Open: {{ stage() }}</p>
    <stage-guide
      [stage]="stage()"
      [content]="pack"
      [noticing]="noticing()"
      [headingLevel]="3"
      (stage-change)="onStage($event)"
    >
      <p slot="note" id="note">Open: {{ stage() }}</p>
    </stage-guide>
    @if (shown()) {
      <resource-card [resource]="service()" (content-error)="heard($event)">Example: 555-0100</resource-card>
    }
    <safety-checklist audience="youth" in-page>Example: 555-0100</safety-checklist>
    <source-note elements="stage-guide" [attr.heading-level]="4">Example sources</source-note>
    <quick-exit [href]="elsewhere"><a id="leave" [href]="elsewhere" rel="noreferrer">Leave</a></quick-exit>
  `,
})
class App {
  readonly stage = signal('preparation');
  readonly noticing = signal(false);
  readonly service = signal<object>(services.good);
  readonly shown = signal(true);
  readonly services = services;
  readonly pack = pack;
  readonly elsewhere = elsewhere;
  readonly heard = heard;

  onStage(event: StageChangeEvent) {
    heard(event);
    this.stage.set(event.stage);
  }

  late() {
    void import('alongside-elements/define/source-note.js');
  }
}

void bootstrapApplication(App);
