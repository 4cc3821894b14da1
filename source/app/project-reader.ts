import path from 'node:path';
import type {FoundPlace} from '../compose/check-place.ts';
import type {ProjectHere} from '../compose/find-here.ts';
import type {ReadOptions} from '../compose/read-project.ts';
import {composeEnvironment} from '../model/compose/environment.ts';
import {namedPlace} from '../model/compose/labels.ts';
import type {
	ComposePlace,
	ComposeTool,
	NamedPlace,
	ProjectFiles,
	Refusal,
	ToolRefusal,
} from '../model/compose/project.ts';
import {known} from '../model/known.ts';
import type {Action} from '../store/action.ts';
import {projectNameOf, selectCompose, selectedEntry} from '../store/select-compose.ts';
import type {State} from '../store/state.ts';
import type {Store} from '../store/store.ts';

export interface ComposeFiles {
	findTool(signal: AbortSignal): Promise<ComposeTool | ToolRefusal>;
	/** The project of the directory that dockmon was started in. */
	findHere(): Promise<ProjectHere | undefined>;
	checkPlace(project: string, named: NamedPlace): Promise<FoundPlace | Refusal>;
	readProject(options: ReadOptions): Promise<ProjectFiles>;
}

export interface ReaderPorts extends ComposeFiles {
	readonly store: Store;
	readonly now: () => number;
	readonly signal: AbortSignal;
}

export const cursorProject = (state: State): string | undefined => {
	const entry = selectedEntry(state);
	return entry && projectNameOf(entry);
};

/** Finds Compose and reads the files of projects, one after another; what has not changed only once. */
export class ProjectReader {
	readonly #ports: ReaderPorts;
	/** What was read, as it was then. */
	readonly #versions = new Map<string, string>();
	#here: ProjectHere | undefined;
	#wasLookedFor = false;
	#queue: Promise<unknown> = Promise.resolve();

	constructor(ports: ReaderPorts) {
		this.#ports = ports;
	}

	/** All is looked for and read again the next time. */
	forget(): void {
		this.#versions.clear();
		this.#wasLookedFor = false;
	}

	/**
	 * What is under the cursor, and of the current directory what was not read yet. Returns the files that
	 * it hangs on. What has begun goes on to its end, also when nobody wants it any more.
	 */
	async read(signal: AbortSignal): Promise<readonly string[]> {
		const work = this.#queue.then(() => (signal.aborted ? [] : this.#readWanted(signal)));
		this.#queue = work.catch(() => undefined);
		return await work;
	}

	/** One by its name, wherever the cursor is. */
	async readNamed(project: string, signal: AbortSignal): Promise<void> {
		const work = this.#queue.then(async () => {
			if (!signal.aborted) await this.#readOne(project, await this.#findTool());
		});
		this.#queue = work.catch(() => undefined);
		await work;
	}

	async idle(): Promise<void> {
		await this.#queue;
	}

	get #state(): State {
		return this.#ports.store.getState();
	}

	async #readWanted(signal: AbortSignal): Promise<readonly string[]> {
		const tool = await this.#findTool();
		const wanted = cursorProject(this.#state);
		const files = wanted === undefined ? [] : await this.#readOne(wanted, tool);
		const {here} = this.#state.compose;
		if (here !== undefined && !this.#versions.has(here) && !signal.aborted) {
			await this.#readOne(here, tool);
		}
		return files;
	}

	async #findTool(): Promise<ComposeTool | undefined> {
		const {findTool, findHere, signal, store} = this.#ports;
		let {tool} = this.#state.compose;
		if (tool === undefined || !this.#wasLookedFor) {
			tool = await findTool(signal);
			this.#here = await findHere();
			this.#wasLookedFor = true;
			const project =
				this.#here && isOnScreen(this.#state, this.#here) ? this.#here.project : undefined;
			store.dispatch({type: 'compose/tool-found', tool});
			store.dispatch({type: 'compose/here-found', ...known('project', project)});
		}
		return 'problem' in tool ? undefined : tool;
	}

	async #readOne(project: string, tool: ComposeTool | undefined): Promise<readonly string[]> {
		const {endpoint} = this.#state;
		// Another engine may be on the screen by then, whose project of this name is another one.
		const tell = (action: Action): void => {
			if (this.#state.endpoint === endpoint) this.#ports.store.dispatch(action);
		};
		const found = await this.#placeOf(project);
		if ('problem' in found) {
			tell({type: 'compose/placed', project, place: found});
			return [];
		}
		const {place} = found;
		tell({type: 'compose/placed', project, place});
		const version = `${found.version} ${ranAt(this.#state)}`;
		const isRead =
			this.#state.compose.readings.has(project) && this.#versions.get(project) === version;
		if (tool !== undefined && !isRead) {
			tell({type: 'compose/requested', project});
			tell(await this.#outcome(project, place, tool));
			this.#versions.set(project, version);
		}
		return [...place.files, ...place.envFiles, path.join(place.directory, '.env')];
	}

	async #outcome(project: string, place: ComposePlace, tool: ComposeTool): Promise<Action> {
		const {readProject, now, signal} = this.#ports;
		const env = composeEnvironment(this.#state.endpoint.url);
		try {
			const files = await readProject({tool, place, env, signal});
			return {type: 'compose/read', project, ...files, atMillis: now()};
		} catch (error) {
			const problem = error instanceof Error ? error.message : String(error);
			return {type: 'compose/failed', project, problem};
		}
	}

	async #placeOf(project: string): Promise<FoundPlace | Refusal> {
		const isHere = this.#state.compose.here === project;
		const named = (isHere ? this.#here : undefined) ?? labelled(this.#state, project);
		return 'problem' in named ? named : await this.#ports.checkPlace(project, named);
	}
}

/** An image that was built anew is another one, and Compose 1 counts it among the configuration. */
const ranAt = ({program}: State): number =>
	program?.end === undefined ? 0 : program.startedAtMillis;

const labelled = (state: State, project: string): NamedPlace | Refusal => {
	const entry = selectCompose(state).find(each => each.id === `project:${project}`);
	return namedPlace(entry?.containers ?? []);
};

/** False where a project of the same name was made of files elsewhere: then that one is on the screen. */
const isOnScreen = (state: State, {project, directory}: ProjectHere): boolean => {
	const named = labelled(state, project);
	return 'problem' in named || named.directory === directory;
};
