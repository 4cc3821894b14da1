import {known} from '../model/known.ts';
import type {ProgramValues, UserCommand} from '../model/user-command.ts';
import {selectedContainer, selectedContainers, selectedRow} from './select-target.ts';
import type {State} from './state.ts';

/** What the selection puts into a command; undefined where nothing that it needs is selected. */
export const programValues = (
	state: State,
	scope: UserCommand['scope'],
): ProgramValues | undefined => {
	const host = {host: state.endpoint.url};
	const container = selectedContainer(state);
	const project = selectedProject(state);
	if (scope === 'project') return project === '' ? undefined : {...host, project};
	if (container === undefined)
		return scope === 'any' ? {...host, ...some('project', project)} : undefined;
	const {name, image, compose, networks, ref} = container;
	return {
		...{...host, name, image, id: ref.id},
		...some('project', project),
		...some('service', compose?.service),
		...known('ip', networks.map(({ipAddress}) => ipAddress).find(Boolean)),
	};
};

const some = <Key extends string>(key: Key, value: string | undefined) =>
	known(key, value === '' ? undefined : value);

/** Of the container, or of the heading; one of another group than a project holds containers of many. */
const selectedProject = (state: State): string => {
	if (selectedRow(state)?.kind === 'group') return '';
	const [first] = selectedContainers(state);
	return first === undefined ? '' : (first.compose?.project ?? '');
};
