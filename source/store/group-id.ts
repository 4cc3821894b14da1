import {type Grouping, groupingKey} from '../model/grouping.ts';
import type {GroupId} from './state.ts';

const prefixOf = (grouping: Grouping): `group:${string}` | 'project:' =>
	grouping.kind === 'project' ? 'project:' : `group:${groupingKey(grouping)}:`;

/** The heading of a group: never that of another one, whatever is grouped by. */
export const groupId = (name: string, grouping: Grouping): GroupId =>
	`${prefixOf(grouping)}${name}`;

/** The other way round. */
export const groupName = (id: string, grouping: Grouping): string =>
	id.slice(prefixOf(grouping).length);
