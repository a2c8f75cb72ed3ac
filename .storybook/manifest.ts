/**
 * custom-elements.json, made fit for Storybook's tables. A property and its attribute are one row, so that there is one
 * control for both; and `string | undefined`, which Storybook takes for an object, is a string.
 */
import manifest from '../custom-elements.json';

interface Member {
  name: string;
  description?: string;
  type?: { text: string };
  attribute?: string;
}
interface Declaration {
  members?: Member[];
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
    declarations: (module.declarations as Declaration[]).map(({ members, attributes = [], ...declaration }) => ({
      ...declaration,
      members: members?.map((member) => oneRow(member, attributes)),
    })),
  })),
};
