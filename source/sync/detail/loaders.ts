import type {Container} from '../../model/container.ts';
import type {DetailData, DetailKind} from '../../store/detail/detail-state.ts';
import type {SyncContext} from '../context.ts';

/** How one kind of data is asked for. */
interface Loader<Kind extends DetailKind> {
	readonly load: (
		context: Pick<SyncContext, 'engine' | 'signal'>,
		container: Container,
	) => Promise<DetailData[Kind]>;
	/** Asked for again after so long while it is shown; else only when something happened to the container. */
	readonly everyMillis?: number;
}

/** A new kind of data is a line here and one in `store/detail/detail-state.ts`. */
export const loaders: {readonly [Kind in DetailKind]: Loader<Kind>} = {
	setup: {load: ({engine, signal}, {ref}) => engine.setup(ref, signal)},
};
