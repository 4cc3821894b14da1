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
		attributes: {
			...labelsOf(container.spec),
			...attributes,
			image: container.spec.image,
			name: container.name,
		},
	});
};
