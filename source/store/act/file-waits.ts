import {withWaits} from '../../model/attention/dependencies.ts';
import type {Container} from '../../model/container.ts';
import type {State} from '../state.ts';

/**
 * The containers with what each waits for as the files of its project say, where those were read. Compose 1
 * leaves no label of that, so that without the files nobody knows an order between its services.
 */
export const withFileWaits = (
	{compose}: Pick<State, 'compose'>,
	containers: readonly Container[],
): readonly Container[] =>
	containers.map(container => {
		const {project = '', service = ''} = container.compose ?? {};
		const services = compose.readings.get(project)?.services;
		const file = services?.find(({name}) => name === service);
		return file === undefined ? container : withWaits(container, file.waits);
	});
