import type {DemoContainer} from '../world/container.ts';
import type {World} from '../world/world.ts';
import {ApiError} from './api-error.ts';
import {containerOf} from './engine.ts';
import type {Sink} from './reply.ts';
import type {Handler} from './router.ts';
import {type Sample, sampleOf, statsText} from './stats-json.ts';

const periodMillis = 1000;

const json = {contentType: 'application/json'};

/** `GET /containers/{id}/stats`: a line a second, or one answer. */
export const containerStats: Handler = (engine, {query, reply}, parameter) => {
	const {world} = engine;
	const container = containerOf(engine, parameter('id'));
	const isStream = query.text('stream') === undefined || query.flag('stream');
	const isOneShot = query.flag('one-shot');
	if (isStream && isOneShot) throw new ApiError(400, 'cannot have stream=true and one-shot=true');
	if (isStream) return streamStats(world, container, reply.stream(undefined));
	const first = sampleOf(container, world.nowMillis);
	if (isOneShot) return reply.text(statsText(container, first, undefined), json);
	// The engine takes a second sample for `precpu_stats`, as it does for its own CLI.
	world.after(first.usage ? periodMillis : 0, () =>
		reply.text(statsText(container, sampleOf(container, world.nowMillis), first), json),
	);
};

const streamStats = (world: World, container: DemoContainer, sink: Sink): void => {
	let previous: Sample | undefined;
	const tick = () => {
		if (container.isRemoved) {
			sink.end();
			return;
		}
		const sample = sampleOf(container, world.nowMillis);
		// A stopped container has no figures, and its stream stays silent until it is removed.
		if (sample.usage && !sink.isFull && !world.isCatchingUp) {
			sink.write(statsText(container, sample, previous));
			previous = sample;
		} else if (!sample.usage) previous = undefined;
		cancel = world.after(periodMillis, tick);
	};
	let cancel = world.after(0, tick);
	sink.onClose(() => cancel());
};
