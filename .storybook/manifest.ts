/**
 * custom-elements.json, made fit for Storybook's tables. A property and its attribute are one row, so that there is one
 * control for both; `string | undefined`, which Storybook takes for an object, is a string; and a part that has the name of
 * a property does not take its row.
 */
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import manifest from '../custom-elements.json';

interface Member {
  name: string;
  description?: string;
  type?: { text: string };
  attribute?: string;
}
interface Declaration {
  members?: Member[];
  cssParts?: { name: string }[];
  attributes?: { name: string; fieldName?: string }[];
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function oneRow(member: Member, attributes: NonNullable<Declaration['attributes']>): Member {
  const attribute = attributes.find(({ name, fieldName }) => (fieldName ?? camelCase(name)) === member.name)?.name;
  return {
    ...member,
    description: `${member.description ?? ''}${attribute ? ` Attribute: \`${attribute}\`.` : ''}`,
    type: { text: (member.type?.text ?? 'unknown').replace(/ \| undefined$/, '') },
  };
}

export const forTables = {
  ...manifest,
  modules: manifest.modules.map((module) => ({
    ...module,
    declarations: (module.declarations as Declaration[]).map(
      ({ members, cssParts, attributes = [], ...declaration }) => ({
        ...declaration,
        cssParts: cssParts?.map((part) => ({ ...part, name: `::part(${part.name})` })),
        members: members?.map((member) => oneRow(member, attributes)),
      }),
    ),
  })),
};

/** Only what an element is given has a control: events and styles have none. */
export const withoutNeedlessControls: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [
      name,
      /^(events|css .*)$/.test(argType.table?.category ?? '') ? { ...argType, control: false } : argType,
    ]),
  );
