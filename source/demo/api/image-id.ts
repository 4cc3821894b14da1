import {hexFor} from '../world/random.ts';

export const imageIdOf = (image: string): string => `sha256:${hexFor(`image ${image}`)}`;
