import process from 'node:process';
import {orderedPlan} from '../commands/act/ask-bulk.ts';
import {downVolumesQuestion} from '../commands/act/down-volumes.ts';
import type {ComposeEffects, UnorderedBulk} from '../commands/effects/compose-effects.ts';
import {composeEnvironment} from '../model/compose/environment.ts';
import {EngineError} from '../model/engine-error.ts';
import type {ProgramRequest} from '../model/user-command.ts';
import type {ProgramEnd} from '../store/program.ts';
import type {Store} from '../store/store.ts';
import {runnable} from '../store/why-no-compose.ts';
import {followProjects} from './follow-projects.ts';
import type {Programs, StartProgram} from './program/programs.ts';
import type {ComposeFiles} from './project-reader.ts';
import type {Watch} from './watch.ts';

export interface ComposePorts {
	readonly store: Store;
	readonly now: () => number;
	readonly programs: Pick<Programs, 'show'>;
	readonly directory: string | undefined;
	readonly watch: Pick<Watch, 'engine'>;
	/** What is on this machine, where it is not looked for. */
	readonly files?: ComposeFiles;
}

/** Adding up the files of all volumes may take a minute: the question is asked without. */
const measureMillis = 3000;
/** Compose 1 takes seconds to read a project. */
const orderMillis = 30_000;

/** What has to do with Compose; the code for it is loaded with the first look at the screen of projects. */
export const createCompose = ({
	store,
	now,
	programs,
	directory,
	watch,
	files = filesOf(directory),
}: ComposePorts): ComposeEffects & {end(): Promise<void>} => {
	const say = (text: string): void =>
		store.dispatch({type: 'message/added', level: 'error', text, atMillis: now()});

	const askDownVolumes = async (project: string): Promise<void> => {
		const {engine} = watch;
		if (engine === undefined) return;
		try {
			const [names, sizes] = await Promise.all([
				engine.volumeNames(new AbortController().signal),
				engine.volumeSizes(AbortSignal.timeout(measureMillis)).catch(() => []),
			]);
			const state = store.getState();
			// Whoever has gone on to something else meanwhile is not asked in the middle of it.
			if (watch.engine !== engine || state.frame.overlays.length > 0) return;
			const overlay = downVolumesQuestion(state, project, {names, sizes}, now());
			if ('problem' in overlay) say(`down ${project}: ${overlay.problem}`);
			else store.dispatch({type: 'overlay/opened', overlay});
		} catch (error) {
			if (!(error instanceof EngineError)) throw error;
			say(`down ${project}: which volumes it has is not known: ${error.message}`);
		}
	};
	const orderBulk = async (bulk: UnorderedBulk): Promise<void> => {
		await following.readNamed(bulk.projects, AbortSignal.timeout(orderMillis));
		const state = store.getState();
		const overlay = state.frame.overlays.at(-1);
		// Answered meanwhile, or covered by something else.
		if (overlay?.kind !== 'bulk' || overlay.plan?.rows !== bulk.plan.rows) return;
		const plan = orderedPlan(state, {...bulk, plan: overlay.plan});
		// What is typed to what was shown is no answer to this.
		store.dispatch({
			type: 'overlay/changed',
			overlay: {...overlay, plan, sinceMillis: now()},
		});
	};

	const following = followProjects({store, now, ...files});
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
		orderBulk: bulk => void orderBulk(bulk),
		askDownVolumes: project => void askDownVolumes(project),
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
