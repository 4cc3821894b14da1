import {type Container, isRunning} from '../../model/container.ts';
import {EngineError} from '../../model/engine-error.ts';
import {type JsonDocument, jsonAt} from '../../model/json.ts';
import {type ProcessSample, withSample} from '../../model/process-cpu.ts';
import type {DetailData, DetailKind} from '../../store/detail/detail-state.ts';
import {loadedValue} from '../../store/detail/loaded-value.ts';
import type {SyncContext} from '../context.ts';
import {when} from '../when.ts';
import type {ImageCache} from './image-cache.ts';

export interface LoadContext extends SyncContext {
	readonly images: ImageCache;
}

/** How one kind of data is asked for. */
interface Loader<Kind extends DetailKind> {
	readonly load: (context: LoadContext, container: Container) => Promise<DetailData[Kind]>;
	/** Asked for again after so long while it is shown; else only when something happened to the container. */
	readonly everyMillis?: number;
}

/** The engine runs `ps` for it. */
const processesMillis = 5000;
/** The engine looks at all files of the writable layer. */
const changesMillis = 60_000;

/** A new kind of data is a line here and one in `store/detail/detail-state.ts`. */
export const loaders: {readonly [Kind in DetailKind]: Loader<Kind>} = {
	setup: {load: ({engine, signal}, {ref}) => engine.setup(ref, signal)},
	health: {
		load: async ({engine, signal}, {ref}) => (await engine.setup(ref, signal)).health,
		// A probe that says what the one before did makes no event.
		everyMillis: 5000,
	},
	volumes: {load: ({engine, signal}) => engine.volumeSizes(signal)},
	image: {
		async load(context) {
			const {engine, images, signal} = context;
			const {imageId} = (await answered(context, 'setup')) ?? {};
			return images.get(engine, known(imageId), signal);
		},
	},
	document: {load: ({engine, signal}, {ref}) => engine.inspectDocument(ref, signal)},
	other: {load: loadOther},
	processes: {load: loadProcesses, everyMillis: processesMillis},
	changes: {
		load: ({engine, signal}, {ref}) => engine.changes(ref, signal),
		everyMillis: changesMillis,
	},
};

/** What is asked for at the same time; undefined when that failed. */
const answered = async <Kind extends DetailKind>(
	{store, signal}: LoadContext,
	kind: Kind,
): Promise<DetailData[Kind] | undefined> => {
	await when(store, ({detail}) => ['ready', 'failed'].includes(detail.data[kind].status), signal);
	return loadedValue<DetailData[Kind]>(store.getState().detail.data[kind]);
};

const known = (imageId: string | undefined): string => {
	if (imageId !== undefined) return imageId;
	throw new EngineError('not-found', 'The engine does not tell the image of this container');
};

async function loadOther(context: LoadContext): Promise<JsonDocument | undefined> {
	const {engine, images, store, signal} = context;
	const {trees, containers} = store.getState();
	const {against} = trees;
	if (against === undefined) return undefined;
	if (against.kind === 'image') {
		const imageId = jsonAt((await answered(context, 'document'))?.value, 'Image');
		const id = known(typeof imageId === 'string' ? imageId : undefined);
		const {config} = await images.get(engine, id, signal);
		return {value: {Config: config.value}, leftOut: config.leftOut};
	}
	const other = containers.byKey.get(against.key);
	if (other === undefined)
		throw new EngineError('not-found', 'The container it was compared with has gone', {
			hint: 'Press d to choose another one.',
		});
	return engine.inspectDocument(other.ref, signal);
}

async function loadProcesses(
	{engine, store, clock, signal}: LoadContext,
	container: Container,
): Promise<readonly ProcessSample[]> {
	if (!isRunning(container)) return [];
	const list = await engine.processes(container.ref, signal);
	const before = loadedValue(store.getState().detail.data.processes) ?? [];
	return withSample(before, {...list, atMillis: clock.now()});
}
