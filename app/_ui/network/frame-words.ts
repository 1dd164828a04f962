import { spoken } from '../language/spoken';

/** What is said about the bytes of a frame. `{name}` is filled in by `fill`; names of headers and fields are not translated. */
export interface FrameWords {
  /** `{place}` is `node-1 / eth0`. */
  readonly title: string;
  readonly scale: string;
  readonly outer: string;
  /** The frame in the tunnel: of a packet that a Pod sent, and of any other. */
  readonly inner: string;
  readonly innerOfNode: string;
  readonly plain: string;
  readonly layers: string;
  readonly layer: string;
  readonly layerOuter: string;
  readonly toDevice: string;
  /** Of a layer that is drawn shorter than it is. */
  readonly cut: string;
  readonly fields: string;
  readonly noFields: string;
  readonly bytes: string;
  readonly all: string;
  readonly fewer: string;
  readonly changed: string;
  readonly unchanged: string;
  readonly byte: string;
}

export const frameWords = spoken('frame');
