import { words } from "../words.js";

export type PictureKind = "document" | "selfie";

/** What speaks against a chosen file, before anything is uploaded. */
export function pictureProblem(file: File | null, largest: number): string | null {
  if (!file) {
    return words.acme.pictureMissing;
  }
  if (!["image/png", "image/jpeg", "image/webp"].includes(file.type)) {
    return words.acme.notPicture;
  }
  return file.size > largest ? words.acme.tooLarge : null;
}

/** A drawn picture of nobody, for whoever has no document at hand. */
export async function drawnPicture(kind: PictureKind): Promise<File> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = kind === "document" ? [900, 600] : [600, 720];
  const pen = canvas.getContext("2d");
  if (pen) {
    kind === "document" ? drawDocument(pen) : drawFace(pen, 300, 300, 150);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  return new File([blob ?? new Blob()], `sample ${kind}.png`, { type: "image/png" });
}

function drawDocument(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = "#e9eef2";
  pen.fillRect(0, 0, 900, 600);
  pen.strokeStyle = "#b9cbd8";
  for (let y = 0; y < 600; y += 18) {
    pen.beginPath();
    pen.moveTo(0, y);
    pen.bezierCurveTo(300, y + 30, 600, y - 30, 900, y + 10);
    pen.stroke();
  }
  pen.save();
  pen.beginPath();
  pen.rect(60, 130, 230, 290);
  pen.clip();
  drawFace(pen, 175, 260, 80);
  pen.restore();
  pen.fillStyle = "#24384a";
  pen.font = "bold 36px sans-serif";
  pen.fillText("PASSPORT · SAMPLE", 60, 84);
  pen.font = "26px sans-serif";
  const lines = ["EXAMPLE", "ADA", "12 APR 1990", "PRT", "X0000000", "31 JAN 2034"];
  lines.forEach((line, i) => {
    pen.fillText(line, 330, 165 + i * 48);
  });
  pen.font = "26px monospace";
  pen.fillText("P<PRTEXAMPLE<<ADA<<<<<<<<<<<<<<<<<<<<<", 60, 500);
  pen.fillText("X0000000<0PRT9004120F3401312<<<<<<<<<<", 60, 545);
}

function drawFace(pen: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  const oval = (cx: number, cy: number, w: number, h: number, colour: string) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(cx, cy, w, h, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  pen.fillStyle = "#d9d4c8";
  pen.fillRect(x - 2 * r, y - 2 * r, 4 * r, 5 * r);
  oval(x, y + 2.3 * r, 1.5 * r, r, "#2f6b57");
  oval(x, y - 0.15 * r, 0.8 * r, r, "#3a2a22");
  oval(x, y, 0.7 * r, 0.9 * r, "#c99b7b");
  oval(x - 0.28 * r, y - 0.1 * r, 0.08 * r, 0.06 * r, "#3a2a22");
  oval(x + 0.28 * r, y - 0.1 * r, 0.08 * r, 0.06 * r, "#3a2a22");
  oval(x, y + 0.45 * r, 0.25 * r, 0.05 * r, "#8b4a3a");
}
