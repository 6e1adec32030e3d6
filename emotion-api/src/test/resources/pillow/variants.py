"""Writes a picture as files of many kinds with Pillow: variants.py PICTURE FOLDER"""
import io
import itertools
import os
import struct
import sys

from PIL import Image, ImageCms

source, folder = sys.argv[1:]
rgb = Image.open(source).convert("RGB").resize((161, 120))
gray = rgb.convert("L")
alpha = Image.linear_gradient("L").resize(rgb.size)
lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
pictures = {
    "1": rgb.convert("1"),
    "L": gray,
    "LA": Image.merge("LA", (gray, alpha)),
    "P": rgb.convert("P", palette=Image.Palette.ADAPTIVE),
    "P4": rgb.quantize(16),
    "RGB": rgb,
    "RGBA": Image.merge("RGBA", (*rgb.split(), alpha)),
    "CMYK": rgb.convert("CMYK"),
    "YCbCr": rgb.convert("YCbCr"),
    "LAB": ImageCms.applyTransform(rgb, lab),
    "I16": Image.frombytes("I;16", rgb.size, bytes(itertools.chain.from_iterable((v, v) for v in gray.tobytes()))),
}


def write(name, image, **options):
    image.save(os.path.join(folder, name), **options)


def exif(orientation):
    data = Image.Exif()
    data[274] = orientation
    return data


for mode, image in pictures.items():
    compressions = ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"]
    compressions += ["group3", "group4"] if mode == "1" else []
    compressions += ["jpeg"] if mode in ("L", "RGB", "CMYK") else []
    for compression in compressions:
        if mode == "YCbCr" and compression == "raw":
            continue  # Pillow writes it whole and announces it subsampled.
        write(f"{mode}_{compression}.tif", image, **({} if compression == "raw" else {"compression": compression}))
    if mode in ("L", "RGB", "RGBA", "CMYK"):
        write(f"{mode}_predictor.tif", image, compression="tiff_lzw", tiffinfo={317: 2})
    if mode in ("1", "L", "LA", "P", "P4", "RGB", "RGBA", "I16"):
        write(f"{mode}.png", image)
    if mode in ("L", "P", "RGB"):
        write(f"{mode}_transparent.png", image, transparency=(10, 20, 30) if mode == "RGB" else 7)
    if mode in ("1", "L", "P", "RGB", "RGBA"):
        write(f"{mode}.bmp", image)
    if mode in ("L", "RGB", "CMYK"):
        for quality, subsampling, progressive in itertools.product((30, 90), (0, 1, 2), (False, True)):
            name = f"{mode}_{quality}_{subsampling}_{progressive}.jpg"
            write(name, image, quality=quality, subsampling=subsampling, progressive=progressive)
    if mode in ("1", "L", "P", "P4", "RGBA"):
        write(f"{mode}.gif", image)
write("interlaced.gif", pictures["P"], interlace=1)
write("transparent.gif", pictures["P"], transparency=3)
write("animated.gif", pictures["P"], save_all=True, append_images=[rgb.rotate(90).convert("P")], duration=100)
write("animated.webp", rgb, save_all=True, append_images=[rgb.rotate(90)], duration=100)
write("animated.png", rgb, save_all=True, append_images=[rgb.rotate(90)])
for method in range(7):
    for quality in (5, 50, 90):
        write(f"{method}_{quality}.webp", rgb, quality=quality, method=method)
    write(f"{method}_lossless.webp", pictures["RGBA"], lossless=True, method=method)
    write(f"{method}_alpha.webp", pictures["RGBA"], quality=80, method=method)
write("tall.webp", rgb.resize((40, 1500)), method=0)
write("odd.webp", rgb.resize((33, 17)))
for orientation in range(1, 9):
    write(f"turned{orientation}.tif", rgb, tiffinfo={274: orientation})
    for kind in ("png", "jpg", "webp"):
        write(f"turned{orientation}.{kind}", rgb, exif=exif(orientation), quality=95)

# Adobe segments of any transform, with JFIF before them.
jpeg = io.BytesIO()
rgb.save(jpeg, "JPEG", quality=95)
for transform in range(3):
    adobe = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0" + bytes([transform])
    with open(os.path.join(folder, f"adobe{transform}.jpg"), "wb") as file:
        file.write(jpeg.getvalue()[:20] + adobe + jpeg.getvalue()[20:])

# Transparency that WebP keeps uncompressed, with each of its filters.
webp = io.BytesIO()
rgb.save(webp, "WEBP", quality=90)
width, height = rgb.size
noise = bytes((7 * i + i * i // 91) % 97 for i in range(width * height))
for kind in range(4):
    plane = bytes([kind << 2]) + noise
    chunks = b"WEBPVP8X" + struct.pack("<II", 10, 16) + struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    chunks += b"ALPH" + struct.pack("<I", len(plane)) + plane + b"\0" * (len(plane) % 2) + webp.getvalue()[12:]
    with open(os.path.join(folder, f"plain_alpha{kind}.webp"), "wb") as file:
        file.write(b"RIFF" + struct.pack("<I", len(chunks)) + chunks)
