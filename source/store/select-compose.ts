import {type Wait, waitsOf} from '../model/attention/dependencies.ts';
import {driftOf, isAskedFor} from '../model/compose/drift.ts';
import type {ComposeTool, Drift, FileService} from '../model/compose/project.ts';
import {type Container, isRunning} from '../model/container.ts';
import {endedWell} from '../model/container-facts.ts';
import {refKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import type {ComposeState} from './act/compose-state.ts';
import type {Chunk, ContainerMap} from './container-map.ts';
import {cursorIndex} from './page-cursor.ts';
import type {HeadingRow} from './select-rows.ts';
import type {State} from './state.ts';

/** A project as Compose sees it. */
export interface ProjectEntry {
	readonly kind: 'project';
	/** As of its heading in the list. */
	readonly id: `project:${string}`;
	readonly name: string;
	/** Those that run, of each service at most as many as are wanted. */
	readonly running: number;
	/** Containers that the files want; undefined where they were not read. */
	readonly wanted?: number;
	readonly services: readonly ServiceEntry[];
	/** All of them, of `docker compose run` too. */
	readonly containers: readonly Container[];
	readonly heading: HeadingRow;
}

export interface ServiceEntry {
	readonly kind: 'service';
	readonly id: `service:${string}`;
	readonly name: string;
	readonly project: string;
	readonly containers: readonly Container[];
	readonly running: number;
	readonly wanted?: number;
	readonly waits: readonly Wait[];
	readonly drift: Drift;
	/** Undefined where the files were not read or do not have it. */
	readonly file?: FileService;
	readonly heading: HeadingRow;
}

export type ComposeEntry = ProjectEntry | ServiceEntry;

/** Projects by name, each with its services below it; the same array while nothing it is made of changed. */
export const selectCompose = ({containers, compose}: State): readonly ComposeEntry[] => {
	const {listed} = containers;
	if (latest?.listed !== listed || latest.compose !== compose) {
		latest = {listed, compose, entries: entriesOf(listed, compose)};
	}
	return latest.entries;
};

let latest:
	| {
			readonly listed: ContainerMap;
			readonly compose: ComposeState;
			readonly entries: readonly ComposeEntry[];
	  }
	| undefined;

/** What the cursor of the screen stands on. */
export const selectedEntry = (state: State): ComposeEntry | undefined => {
	const {compose: place} = state.places;
	const entries = selectCompose(state);
	return place === undefined ? undefined : entries[cursorIndex(entries, place)];
};

export const projectNameOf = (entry: ComposeEntry): string =>
	entry.kind === 'project' ? entry.name : entry.project;

/** The project that an entry is or belongs to. */
export const projectOfEntry = (
	state: State,
	entry: ComposeEntry | undefined,
): ProjectEntry | undefined => {
	const name = entry && projectNameOf(entry);
	return selectCompose(state).find(
		(each): each is ProjectEntry => each.kind === 'project' && each.name === name,
	);
};

const entriesOf = (listed: ContainerMap, compose: ComposeState): readonly ComposeEntry[] => {
	const projects = new Map<string, Container[]>();
	for (const container of listed.chunks.flatMap(composedIn)) {
		const name = container.compose?.project ?? '';
		const members = projects.get(name);
		if (members === undefined) projects.set(name, [container]);
		else members.push(container);
	}
	if (compose.here !== undefined && !projects.has(compose.here)) projects.set(compose.here, []);
	return [...projects]
		.toSorted(([some], [other]) => some.localeCompare(other))
		.flatMap(([name, members]) => {
			const project = projectOf(name, members, compose);
			return [project, ...project.services];
		});
};

/** Looked at once: in tens of thousands only a stretch changes at a time. */
const composedIn = (chunk: Chunk): readonly Container[] => {
	const found = composed.get(chunk) ?? chunk.flatMap(each => (each?.compose ? [each] : []));
	composed.set(chunk, found);
	return found;
};

const composed = new WeakMap<Chunk, readonly Container[]>();

const projectOf = (
	name: string,
	containers: readonly Container[],
	{readings, tool}: ComposeState,
): ProjectEntry => {
	const files = readings.get(name)?.services;
	const reader = tool === undefined || 'problem' in tool ? undefined : tool;
	const own = new Map<string, Container[]>();
	for (const container of containers) {
		const {service = '', oneOff = false} = container.compose ?? {};
		if (oneOff) continue;
		const others = own.get(service);
		if (others === undefined) own.set(service, [container]);
		else others.push(container);
	}
	const byName = files && new Map(files.map(file => [file.name, file]));
	const names = new Set([...(byName?.keys() ?? []), ...[...own.keys()].toSorted()]);
	const services = [...names]
		.filter(service => own.has(service) || isShown(byName?.get(service)))
		.map(service =>
			serviceOf({project: name, name: service, containers: own.get(service) ?? []}, byName, reader),
		);
	const wanted = services.map(service => service.wanted ?? 0).reduce((sum, each) => sum + each, 0);
	return {
		...{kind: 'project', id: `project:${name}`, name, services, containers},
		// What there is more of than wanted makes up for nothing.
		running: services.reduce(
			(sum, each) => sum + Math.min(each.running, each.wanted ?? each.running),
			0,
		),
		...(files === undefined ? {} : {wanted}),
		heading: headingOf('project', `project:${name}`, name, containers),
	};
};

/** What only a profile would start is not missing. */
const isShown = (file: FileService | undefined): boolean => file !== undefined && isAskedFor(file);

const serviceOf = (
	{project, name, containers}: Pick<ServiceEntry, 'project' | 'name' | 'containers'>,
	files: ReadonlyMap<string, FileService> | undefined,
	tool: ComposeTool | undefined,
): ServiceEntry => {
	const file = files?.get(name);
	const id = `service:${project}/${name}` as const;
	const [first] = containers;
	return {
		...{kind: 'service', id, name, project, containers},
		running: containers.filter(isRunning).length,
		...known('wanted', file?.wanted),
		waits: file?.waits ?? (first === undefined ? [] : waitsOf(first)),
		drift: driftOf(name, containers, files, tool),
		...known('file', file),
		heading: headingOf('service', id, name, containers),
	};
};

/** As the list has it, so that keys act on a project or a service here as they do there. */
const headingOf = <Kind extends 'project' | 'service'>(
	kind: Kind,
	id: `${Kind}:${string}`,
	name: string,
	containers: readonly Container[],
): HeadingRow => {
	const running = containers.filter(isRunning);
	return {
		...{kind, id, name, isFolded: false, running: running.length},
		keys: containers.map(({ref}) => refKey(ref)),
		measured: running.map(({ref}) => refKey(ref)),
		isWell: containers.every(each => isRunning(each) || endedWell(each)),
	};
};
