"""Adds tabular figures (feature tnum) to a Be Vietnam Pro TTF: usage tnum.py IN.ttf OUT.ttf"""
import sys
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

font = TTFont(sys.argv[1])
digits = "zero one two three four five six seven eight nine".split()
advance = round(font["hmtx"]["zero"][0] * 0.95)  # a little narrower than zero, so that 1 does not stand alone
for name in digits:
    shift = round((advance - font["hmtx"][name][0]) / 2)
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, shift, 0, 0x0004 | 0x0002
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, [part]
    font["glyf"][f"{name}.tnum"] = glyph
    font["hmtx"][f"{name}.tnum"] = (advance, font["hmtx"][name][1] + shift)
gsub = font["GSUB"]
tables = {"GSUB": gsub}
del font["GSUB"]
feature = "feature tnum { " + " ".join(f"sub {n} by {n}.tnum;" for n in digits) + " } tnum;"
addOpenTypeFeaturesFromString(font, feature, tables=["GSUB"])
new = font["GSUB"].table
# graft the one new lookup and feature onto the original table, for every script and language
old = gsub.table
old.LookupList.Lookup.append(new.LookupList.Lookup[0])
record = new.FeatureList.FeatureRecord[0]
record.Feature.LookupListIndex = [len(old.LookupList.Lookup) - 1]
old.FeatureList.FeatureRecord.append(record)
index = len(old.FeatureList.FeatureRecord) - 1
for script in old.ScriptList.ScriptRecord:
    for lang in [script.Script.DefaultLangSys] + [r.LangSys for r in script.Script.LangSysRecord]:
        if lang is not None:
            lang.FeatureIndex.append(index)
old.LookupList.LookupCount = len(old.LookupList.Lookup)
old.FeatureList.FeatureCount = len(old.FeatureList.FeatureRecord)
font["GSUB"] = gsub
font.save(sys.argv[2])
