// What the widget's modules speak of. Read by `tsc` in the tests only; browsers never see it.

/** A message as the server shows it. */
interface Shown {
  id: string;
  /** The id that this browser gave it. */
  key?: string;
  at: string;
  from: 'you' | 'agent' | 'bot' | 'system';
  name?: string;
  text: string;
  /** The kind of the door, where it was another one. */
  door?: string;
  state: string;
  files?: ShownFile[];
  /** It asks how it was; by this the answer is sent. */
  survey?: string;
  /** What can be pressed instead of typed. */
  choices?: Choice[];
}

interface Choice {
  id: string;
  title: string;
}

interface ShownFile {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** A message that waits in this browser. */
interface Waiting {
  id: string;
  text: string;
  at: string;
  email?: string;
  page: string;
  files: { name: string; content: string }[];
  /** Of a hand-over by which this page was opened. */
  code?: string;
  /** What was pressed below a message. */
  choice?: { message: string; id: string };
  /** Why the server will never take it. */
  refused?: string;
}

/** How far a message of the visitor's got. */
type Progress = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** A line of the transcript. */
interface Line {
  key: string;
  at: string;
  from: Shown['from'];
  name?: string;
  text: string;
  door?: string;
  files: ShownFile[];
  fileNames: string[];
  progress?: Progress;
  survey?: string;
  /** Of the last line only: what was asked before is over. */
  choices?: Choice[];
}

interface Settings {
  online: boolean;
  /** The kinds of doors by which a talk can go on. */
  elsewhere: string[];
  limits: { text: number; files: number; bytes: number };
}

type Properties = Record<string, unknown>;

/** What the shop's own scripts may call. */
interface Onedoor {
  track(event: string, properties?: Properties): void;
  page(name?: string, properties?: Properties): void;
  /** `token` is the JWT of the shop's server: with it, the chat shows what was said before. */
  identify(userId: string, traits?: Properties, options?: { token?: string }): void;
  /** Somebody else sits here from now on. */
  reset(): void;
  readonly anonymousId: string;
  open(): void;
  close(): void;
}

interface Window {
  onedoor?: Onedoor;
}
