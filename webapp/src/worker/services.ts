/**
 * What the compiled VM calls: the JavaScript half of `org.pykopi.web.host.Bridge`.
 *
 * A method that may wait returns a promise for "later"; only an engine that can suspend accepts
 * that.
 */
export interface Services {
  /** The region of bytes that both sides see; take it anew for each use. */
  exchange: Uint8Array;
  /** 1 when the person asked to stop. */
  poll(): number | Promise<number>;
  /** Bytes of input that are there, 0 when interrupted, -1 at the end of input. */
  awaitInput(): number | Promise<number>;
  inputReady(): number;
  takeInput(length: number): number;
  write(stream: number, length: number): void | Promise<void>;
  flush(): void;
  sleep(milliseconds: number): void | Promise<void>;
  epochMillis(): number;
  elapsedMillis(): number;
  localOffsetSeconds(epochSeconds: number): number;
  random(length: number): void;
  fileChanged(length: number): void;
  fileRemoved(length: number): void;
  /** A part of a message to `callScript` that is longer than the exchange. */
  sendPart(length: number): void;
  /** An operation on a JavaScript object; returns the size of the reply. */
  callScript(length: number): number;
  receivePart(at: number): void;
}

/** The stream number of standard error in `write`. */
export const ERROR_STREAM = 2;

/** The services that are the same everywhere. */
export const clocks = {
  epochMillis: () => performance.timeOrigin + performance.now(),
  elapsedMillis: () => performance.now(),
  localOffsetSeconds: (epochSeconds: number) =>
    -60 * new Date(epochSeconds * 1000).getTimezoneOffset(),
};
