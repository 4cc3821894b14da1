import type {DemoContainer} from '../../../../source/demo/world/container.ts';
import {World} from '../../../../source/demo/world/world.ts';

export const nowMillis = Date.UTC(2026, 10, 23, 10, 42, 7);

export const containerIn = (world: World, name: string): DemoContainer => {
	const found = world.find(name);
	if (found === undefined || found === 'ambiguous') throw new Error(`no container ${name}`);
	return found;
};

export interface Scene {
	readonly world: World;
	readonly container: DemoContainer;
	/** What happened to the container since, without the noise of its probes. */
	actions(): string[];
	/** Lets so much time pass, with the promises that become due. */
	pass(millis: number): Promise<void>;
}

/** A fresh world, seen from one of its containers. */
export const sceneOf = (name: string): Scene => {
	const world = new World({nowMillis});
	const container = containerIn(world, name);
	const heard: string[] = [];
	world.hub.subscribe(({id, action, attributes}) => {
		if (id !== container.id || action.startsWith('exec_')) return;
		const detail = attributes['signal'] ?? attributes['exitCode'];
		heard.push(detail === undefined ? action : `${action} ${detail}`);
	});
	return {
		world,
		container,
		actions: () => heard,
		pass: async millis => {
			const end = world.nowMillis + millis;
			while (world.nowMillis < end) {
				world.advance(Math.min(end, world.nowMillis + 50));
				// Whoever slept until now goes on before time does.
				await new Promise(resolve => {
					setImmediate(resolve);
				});
			}
		},
	};
};
