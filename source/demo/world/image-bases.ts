/** What an image has inside: which decides the shells and programs in it. */
export type ImageBase = 'debian' | 'alpine' | 'busybox' | 'distroless';

const bases: Readonly<Record<string, ImageBase>> = {
	redis: 'alpine',
	registry: 'alpine',
	'prom/prometheus': 'busybox',
	'otel/collector': 'distroless',
};

/** Debian unless known otherwise, as Python's images are. */
export const baseOf = (image: string): ImageBase => bases[image.split(':')[0] ?? ''] ?? 'debian';
