import type {Engine} from '../../engine/engine.ts';
import type {ImageConfig} from '../../model/image-config.ts';

const most = 50;

/** What images say, which never changes; those asked for lately. */
export class ImageCache {
	readonly #images = new Map<string, ImageConfig>();

	async get(engine: Engine, imageId: string, signal: AbortSignal): Promise<ImageConfig> {
		const image = this.#images.get(imageId) ?? (await engine.imageConfig(imageId, signal));
		// Asked for now: the last that goes.
		this.#images.delete(imageId);
		this.#images.set(imageId, image);
		const [oldest] = this.#images.keys();
		if (this.#images.size > most && oldest !== undefined) this.#images.delete(oldest);
		return image;
	}
}
