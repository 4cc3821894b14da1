import type {World} from '../world/world.ts';
import {isAtLeast} from './exchange.ts';
import type {Handler} from './router.ts';
import {volumeUsesOf} from './volume-list.ts';

/** `GET /system/df`: images and volumes; of one kind only where `type` says so. */
export const diskUsage: Handler = ({world}, {query, apiVersion, reply}) => {
	const type = isAtLeast(apiVersion, '1.42') ? query.text('type') : undefined;
	reply.json({
		...(type === 'volume' ? {} : imagesOf(world)),
		...(type === 'image' ? {} : {Volumes: volumeUsesOf(world)}),
		...(type === undefined && {Containers: [], BuildCache: []}),
	});
};

const imagesOf = ({images, containers}: World) => {
	const users = new Map<string, number>();
	for (const {spec} of containers) users.set(spec.image, (users.get(spec.image) ?? 0) + 1);
	return {
		LayersSize: images.reduce((total, {sizeBytes}) => total + sizeBytes, 0),
		Images: images.map(image => ({
			Id: image.id,
			RepoTags: [image.name],
			Created: Math.floor(image.createdAtMillis / 1000),
			Size: image.sizeBytes,
			SharedSize: 0,
			Containers: users.get(image.name) ?? 0,
		})),
	};
};
