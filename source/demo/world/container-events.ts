import type {DemoContainer} from './container.ts';
import {labelsOf} from './labels.ts';
import type {World} from './world.ts';

/** Tells everyone of something that happened to a container; all its labels go with it. */
export const containerEvent = (
	world: World,
	container: DemoContainer,
	action: string,
	attributes: Readonly<Record<string, string>> = {},
): void => {
	world.hub.emit(world.nowMillis, {
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
