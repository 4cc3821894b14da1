import type {DemoContainer} from './container.ts';
import {labelsOf} from './labels.ts';
import type {Timeline} from './timeline.ts';

/** Tells everyone of something that happened to a container; all its labels go with it. */
export const containerEvent = (
	time: Timeline,
	container: DemoContainer,
	action: string,
	attributes: Readonly<Record<string, string>> = {},
): void => {
	time.hub.emit(time.nowMillis, {
		type: 'container',
		action,
		id: container.id,
		attributes: containerAttributes(container, attributes),
	});
};

export const containerAttributes = (
	{spec, name}: DemoContainer,
	attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
	...labelsOf(spec),
	...attributes,
	image: spec.image,
	name,
});
