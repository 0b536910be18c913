import {multipart} from '../multipart.js';
import {FormData, TextEncoder, Uint8Array, encode} from '../natives.js';
import {Response} from './natives.js';

/** A body as it is sent. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The `Content-Type` it brings along, `''` for none. */
  readonly type: string;
}

/** What a script gives as a body, at once where that can be. */
export function serialise(body: BodyInit | null): Body | Promise<Body> {
  if (typeof body === 'string') {
    return {bytes: encode(new TextEncoder(), body), type: 'text/plain;charset=UTF-8'};
  }
  return body === null ? {bytes: new Uint8Array(), type: ''} : read(body);
}

async function read(body: BodyInit): Promise<Body> {
  if (body instanceof FormData) {
    const {body: bytes, contentType: type} = await multipart(body);
    return {bytes, type};
  }
  const response = new Response(body);
  return {bytes: await bytesOf(response), type: response.headers.get('Content-Type') ?? ''};
}

/** Every byte of a body, which is used up by that. */
export async function bytesOf(body: Response | Request): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await body.arrayBuffer());
}
