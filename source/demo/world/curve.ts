import {hash, randomFor} from './random.ts';

/**
 * A load over time without any memory: its level at an instant and its total between two instants
 * are formulas, so a counter can be read at any time, hours after it was read last, at no cost.
 *
 * Level = base + waves + jitter. A `swell` is cos²(x/2), an even up and down; a `peak` is cos⁸(x/2),
 * mostly quiet with a pronounced hill. Jitter changes every second and its total stays bounded.
 */
export interface Curve {
	readonly base: number;
	readonly waves: readonly Wave[];
	/** Largest change of the level by jitter; kept below `base` so that the total never falls. */
	readonly jitter: number;
	/** Names the stream of chance. */
	readonly key: string;
}

interface Wave {
	readonly shape: 'swell' | 'peak';
	readonly height: number;
	readonly periodMillis: number;
	/** 0 to 1, part of the period. */
	readonly phase: number;
}

export interface CurveShape {
	readonly base: number;
	/** Height and period in seconds. */
	readonly swells?: readonly (readonly [height: number, seconds: number])[];
	readonly peaks?: readonly (readonly [height: number, seconds: number])[];
	readonly jitter?: number;
}

/** A curve of the given shape; `key` decides where in their periods its waves begin. */
export const curveOf = (shape: CurveShape, key: string): Curve => {
	const random = randomFor(key);
	const wave =
		(kind: Wave['shape']) =>
		([height, seconds]: readonly [number, number]): Wave => ({
			shape: kind,
			height,
			periodMillis: seconds * 1000,
			phase: random.next(),
		});
	return {
		base: shape.base,
		waves: [...(shape.swells ?? []).map(wave('swell')), ...(shape.peaks ?? []).map(wave('peak'))],
		jitter: Math.min(shape.jitter ?? 0, Math.max(0, shape.base)),
		key,
	};
};

/** The level at an instant, in the unit of the shape. */
export const levelAt = (curve: Curve, atMillis: number): number => {
	const second = Math.floor(atMillis / 1000);
	const jitter =
		(curve.jitter / 2) * (chanceAt(curve.key, second + 1) - chanceAt(curve.key, second));
	return curve.waves.reduce(
		(level, wave) => level + waveLevel(wave, atMillis),
		curve.base + jitter,
	);
};

/** The level summed over time, in unit times seconds. */
export const totalBetween = (curve: Curve, fromMillis: number, toMillis: number): number =>
	curve.waves.reduce(
		(total, wave) => total + waveTotal(wave, fromMillis, toMillis),
		(curve.base * (toMillis - fromMillis)) / 1000 +
			jitterTotal(curve, toMillis) -
			jitterTotal(curve, fromMillis),
	);

/** The level the curve has on average. */
export const meanOf = (curve: Curve): number =>
	curve.waves.reduce((mean, {shape, height}) => mean + height * meanOfShape[shape], curve.base);

const angleOf = (wave: Wave, atMillis: number) =>
	2 * Math.PI * ((atMillis % wave.periodMillis) / wave.periodMillis + wave.phase);

const waveLevel = (wave: Wave, atMillis: number): number => {
	const half = Math.cos(angleOf(wave, atMillis) / 2) ** 2;
	return wave.height * (wave.shape === 'swell' ? half : half ** 4);
};

/** Between two seconds a straight line from chance to chance. */
const jitterTotal = (curve: Curve, atMillis: number): number => {
	const second = Math.floor(atMillis / 1000);
	const part = atMillis / 1000 - second;
	const from = chanceAt(curve.key, second);
	return (curve.jitter / 2) * (from + (chanceAt(curve.key, second + 1) - from) * part);
};

/**
 * cos²(x/2) = (1 + cos x) / 2 and cos⁸(x/2) = (35 + 56 cos x + 28 cos 2x + 8 cos 3x + cos 4x) / 128,
 * so the primitives are a straight line and some sines.
 */
const waveTotal = (wave: Wave, fromMillis: number, toMillis: number): number => {
	const elapsedSeconds = (toMillis - fromMillis) / 1000;
	const secondsPerRadian = wave.periodMillis / 1000 / (2 * Math.PI);
	const sines = sinesAt(wave, toMillis) - sinesAt(wave, fromMillis);
	const mean = wave.height * meanOfShape[wave.shape];
	return mean * elapsedSeconds + wave.height * secondsPerRadian * sines;
};

const meanOfShape = {swell: 1 / 2, peak: 35 / 128} as const;

const sinesAt = (wave: Wave, atMillis: number): number => {
	const angle = angleOf(wave, atMillis);
	if (wave.shape === 'swell') return Math.sin(angle) / 2;
	return (
		(56 * Math.sin(angle) +
			14 * Math.sin(2 * angle) +
			(8 / 3) * Math.sin(3 * angle) +
			Math.sin(4 * angle) / 4) /
		128
	);
};

const chanceAt = (key: string, second: number): number => hash(`${key} ${second}`) / 0x1_0000_0000;
