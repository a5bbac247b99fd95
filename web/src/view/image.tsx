/** Pictures, side by side where there is room. */
import type { Picture } from "../protocol/elements.ts";
import { useAddress } from "./blob-url.ts";
import { RichText, toPlainText, tryLinkAddress } from "./markdown/index.ts";
import { cssSize } from "./sizes.ts";
import type { ViewProps } from "./view-props.ts";
import "./image.css";

export function ImageView({ props }: ViewProps<"image">) {
  return (
    <div className="ts-pictures stImage" data-testid="stImage">
      {props.pictures.map((picture, index) => (
        <PictureView
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is known by its place only
          key={index}
          picture={picture}
          width={props.width}
          link={props.link}
        />
      ))}
    </div>
  );
}

interface PictureProps {
  picture: Picture;
  width: string | number;
  link: string | null;
}

function PictureView({ picture, width, link }: PictureProps) {
  const { source, mime, caption, alt } = picture;
  const address = useAddress(source, mime);
  const target = link ? tryLinkAddress(link) : undefined;
  const image = (
    <img
      src={address}
      alt={alt ?? toPlainText(caption)}
      style={{ inlineSize: width === "stretch" ? "100%" : cssSize(width) }}
    />
  );
  return (
    <figure className="ts-picture stImageContainer" data-testid="stImageContainer">
      {target ? (
        <a href={target} target="_blank" rel="noopener noreferrer" data-testid="stImageLink">
          {image}
        </a>
      ) : (
        image
      )}
      {caption && (
        <figcaption data-testid="stImageCaption">
          <RichText inline text={caption} />
        </figcaption>
      )}
    </figure>
  );
}
