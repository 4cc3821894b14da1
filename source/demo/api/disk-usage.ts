import type {Handler} from './router.ts';

/** `GET /system/df`, as far as the images go. */
export const diskUsage: Handler = ({world}, {reply}) => {
	const {images, containers} = world;
	const users = new Map<string, number>();
	for (const {spec} of containers) users.set(spec.image, (users.get(spec.image) ?? 0) + 1);
	reply.json({
		LayersSize: images.reduce((total, {sizeBytes}) => total + sizeBytes, 0),
		Images: images.map(image => ({
			Id: image.id,
			RepoTags: [image.name],
			Created: Math.floor(image.createdAtMillis / 1000),
			Size: image.sizeBytes,
			SharedSize: 0,
			Containers: users.get(image.name) ?? 0,
		})),
		Containers: [],
		Volumes: [],
		BuildCache: [],
	});
};
