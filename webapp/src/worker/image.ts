/** Frozen modules: an image that `pykopi freeze` makes, given to the VM before it starts. */
import type { Engine } from './engine.ts';

/** The bytes of an image, or its address. */
export type Image = Uint8Array | ArrayBuffer | string;

/** Fetches an image given by its address. */
export async function loadImage(image: Image): Promise<Uint8Array> {
  if (typeof image !== 'string') {
    return new Uint8Array(image);
  }
  const answer = await fetch(image);
  if (!answer.ok) {
    throw new Error(`The image ${image} could not be loaded: ${answer.status}.`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

/** Throws when the bytes are no image. */
export function useImage(engine: Engine, image: Uint8Array): void {
  if (engine.call('useImage', [], [image]) !== 0) {
    throw new Error('This is no image of frozen modules; make one with: pykopi freeze');
  }
}
