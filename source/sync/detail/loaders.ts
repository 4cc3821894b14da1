import type {Container} from '../../model/container.ts';
import {EngineError} from '../../model/engine-error.ts';
import type {DetailData, DetailKind} from '../../store/detail/detail-state.ts';
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

/** A new kind of data is a line here and one in `store/detail/detail-state.ts`. */
export const loaders: {readonly [Kind in DetailKind]: Loader<Kind>} = {
	setup: {load: ({engine, signal}, {ref}) => engine.setup(ref, signal)},
	image: {
		async load(context) {
			const {engine, images, signal} = context;
			return images.get(engine, await imageIdOf(context), signal);
		},
	},
};

/** As the set-up names it, which is asked for at the same time. */
const imageIdOf = async ({store, signal}: LoadContext): Promise<string> => {
	await when(store, ({detail}) => isAnswered(detail.data.setup.status), signal);
	const {setup} = store.getState().detail.data;
	const imageId = setup.status === 'ready' ? setup.value.imageId : undefined;
	if (imageId === undefined)
		throw new EngineError('not-found', 'The engine does not tell the image of this container');
	return imageId;
};

const isAnswered = (status: string): boolean => status === 'ready' || status === 'failed';
