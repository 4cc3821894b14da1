import type {DemoContainer} from './container.ts';
import type {Timeline} from './timeline.ts';

/** Plans something in the life of a container; the next stop or start calls it off. */
export const plan = (
	time: Timeline,
	container: DemoContainer,
	afterMillis: number,
	run: () => void,
): void => {
	const cancel = time.after(afterMillis, () => {
		container.plans.delete(cancel);
		run();
	});
	container.plans.add(cancel);
};

export const cancelPlans = (container: DemoContainer): void => {
	for (const cancel of container.plans) cancel();
	container.plans.clear();
};
