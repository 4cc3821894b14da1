import type {ContainerSpec} from '../spec.ts';
import {billing} from './billing.ts';
import {generated} from './generated.ts';
import {observe} from './observe.ts';
import {retired} from './retired.ts';
import {shop} from './shop.ts';
import {standalone} from './standalone.ts';

const fixed: readonly ContainerSpec[] = [...shop, ...billing, ...observe, ...standalone];

/**
 * Every container of the world: the fixed stacks, generated ones up to `containers` in all, and
 * `stopped` old ones besides.
 */
export const specsFor = (
	seed: number,
	containers: number,
	stopped: number,
): readonly ContainerSpec[] => [
	...fixed,
	...generated(seed, Math.max(0, containers - fixed.length)),
	...retired(seed, stopped),
];
