import { userTextBlocks } from "./user-text-blocks";

export type UserTextProps = { readonly text: string; readonly className?: string };

/** Text that people wrote, as text: never markup, its direction closed inside each block, no word too long. */
export const UserText = ({ text, className = "" }: UserTextProps) => (
  <div className={`user-text ${className}`.trim()}>
    {userTextBlocks(text).map((block, index) =>
      block.kind === "paragraph" ? (
        <p key={index} dir="auto">
          {block.text}
        </p>
      ) : (
        <ul key={index} dir="auto">
          {block.items.map((item, position) => (
            <li key={position} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      ),
    )}
  </div>
);

/** The same for one line inside other words: a title, a name. */
export const UserLine = ({ text, className = "" }: UserTextProps) => (
  <bdi className={`user-line ${className}`.trim()}>{text}</bdi>
);
