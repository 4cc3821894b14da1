import type {ComposePlace, ComposeTool} from '../model/compose/project.ts';
import type {State} from './state.ts';

/** True where the files of projects may be on this machine, so that it is worth looking. */
export const mayHaveFiles = ({endpoint}: State): boolean =>
	!endpoint.isDemo && endpoint.url.startsWith('unix://');

/** Why Compose cannot be run for the engine on the screen; undefined when it can. */
export const whyNoTool = (state: State): string | undefined => {
	if (state.endpoint.isDemo) return 'the demo engine has no files of projects';
	if (!mayHaveFiles(state))
		return 'the engine is not on this machine, and its files are not either';
	const {tool} = state.compose;
	if (tool === undefined) return 'Compose is still being looked for';
	return 'problem' in tool ? tool.problem : undefined;
};

/** The same for one project: its files have to be there too. */
export const whyNoFiles = (state: State, project: string): string | undefined => {
	const reason = whyNoTool(state);
	if (reason !== undefined) return reason;
	const place = state.compose.places.get(project);
	if (place === undefined) return 'its files are still being looked for';
	return 'problem' in place ? place.problem : undefined;
};

/** What Compose is run with, where it can be. */
export const runnable = (
	{compose}: State,
	project: string,
): {readonly tool: ComposeTool; readonly place: ComposePlace} | undefined => {
	const {tool} = compose;
	const place = compose.places.get(project);
	if (tool === undefined || 'problem' in tool) return undefined;
	return place === undefined || 'problem' in place ? undefined : {tool, place};
};
