/** When what is shown now has been painted, in milliseconds of `performance.now()`. */
export interface Painted {
  /** The end of the first frame with it: its pixels are on their way to the screen. */
  readonly frame: number;
  /** Two frames have begun, so that the first of them was certainly seen. */
  readonly certain: number;
}

export async function painted(): Promise<Painted> {
  await nextFrame();
  // What follows a frame's callbacks is its layout and paint; a message comes after these.
  const frame = afterTask();
  await nextFrame();
  return {frame: await frame, certain: performance.now()};
}

function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}

function afterTask(): Promise<number> {
  return new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve(performance.now());
    });
    port1.start();
    port2.postMessage(null);
  });
}
