import process from 'node:process';
import type {ComposeEffects} from '../commands/effects/compose-effects.ts';
import {composeEnvironment} from '../model/compose/environment.ts';
import type {ProgramRequest} from '../model/user-command.ts';
import type {ProgramEnd} from '../store/program.ts';
import type {Store} from '../store/store.ts';
import {runnable} from '../store/why-no-compose.ts';
import {followProjects} from './follow-projects.ts';
import type {Programs, StartProgram} from './program/programs.ts';
import type {ComposeFiles} from './project-reader.ts';

export interface ComposePorts {
	readonly store: Store;
	readonly now: () => number;
	readonly programs: Pick<Programs, 'show'>;
	readonly directory: string | undefined;
}

/** What has to do with Compose; the code for it is loaded with the first look at the screen of projects. */
export const createCompose = ({
	store,
	now,
	programs,
	directory,
}: ComposePorts): ComposeEffects & {end(): Promise<void>} => {
	const following = followProjects({store, now, ...filesOf(directory)});
	return {
		readProjects: following.again,
		showConfig(project) {
			const ready = runnable(store.getState(), project);
			if (ready === undefined) return;
			const env = composeEnvironment(store.getState().endpoint.url);
			const text = [...ready.tool.argv, `--project-name=${project}`, 'config'].join(' ');
			const request: ProgramRequest = {name: `config ${project}`, argv: [], text, show: 'output'};
			programs.show(request, onLines => renderAs({...ready, env}, onLines));
		},
		end: following.end,
	};
};

type Rendered = Omit<
	Parameters<typeof import('../compose/read-project.ts')['renderConfig']>[0],
	'signal'
>;

/** Cannot go on line by line: what is secret shows only in the whole. */
const renderAs = (
	options: Rendered,
	onLines: (lines: readonly string[]) => void,
): ReturnType<StartProgram> => {
	const life = new AbortController();
	const render = async (): Promise<ProgramEnd> => {
		try {
			const {renderConfig} = await import('../compose/read-project.ts');
			onLines(await renderConfig({...options, signal: life.signal}));
			return {kind: 'exited', code: 0};
		} catch (error) {
			if (life.signal.aborted) return {kind: 'cancelled'};
			return {kind: 'failed', message: error instanceof Error ? error.message : String(error)};
		}
	};
	return {ended: render(), cancel: () => life.abort()};
};

const filesOf = (directory: string | undefined): ComposeFiles => ({
	findTool: async signal => await (await import('../compose/find-tool.ts')).findTool(signal),
	async findHere() {
		if (directory === undefined) return undefined;
		return await (await import('../compose/find-here.ts')).findHere(directory, process.env);
	},
	checkPlace: async (project, named) =>
		await (await import('../compose/check-place.ts')).checkPlace(project, named),
	readProject: async options =>
		await (await import('../compose/read-project.ts')).readProject(options),
});
