"""Decodes every file of a folder with Pillow, upright, transparent parts over white: decode.py FOLDER OUTPUT

Writes NAME.rgb for each that Pillow opens: width and height as four bytes each, then RGB. What Pillow refuses has none.
"""
import os
import struct
import sys

from PIL import Image, ImageCms, ImageOps


def upright(path):
    image = Image.open(path)
    image.load()
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 16 bits
        image = image.convert("I").point(lambda v: v / 257).convert("L")
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        image = ImageCms.applyTransform(image, ImageCms.buildTransform(lab, srgb, "LAB", "RGB"))
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        image = white
    return image.convert("RGB")


folder, output = sys.argv[1:]
for name in sorted(os.listdir(folder)):
    try:
        image = upright(os.path.join(folder, name))
    except Exception as e:
        print(name, "is refused:", e)
        continue
    with open(os.path.join(output, name + ".rgb"), "wb") as file:
        file.write(struct.pack(">II", *image.size) + image.tobytes())
