using System.Text;

namespace Grader.Marking;

/// <summary>
/// Letters that keyboards write as one character or as letter and accent, brought to the one. The program runs without the system's
/// Unicode tables, so that the framework's own normalising does nothing; here stand the accents of European languages (Unicode, form C).
/// </summary>
public static class LetterComposition
{
    // An accent, then pairs of letter and composed letter.
    private static readonly Dictionary<(char Letter, char Accent), char> Composed = new[]
    {
        "\u0300AÀEÈIÌOÒUÙNǸaàeèiìoòuùnǹ",
        "\u0301AÁEÉIÍOÓUÚYÝCĆNŃSŚZŹLĹRŔaáeéiíoóuúyýcćnńsśzźlĺrŕ",
        "\u0302AÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶaâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷ",
        "\u0303AÃNÑOÕIĨUŨaãnñoõiĩuũ",
        "\u0304AĀEĒIĪOŌUŪaāeēiīoōuū",
        "\u0306AĂGĞIĬUŬaăgğiĭuŭ",
        "\u0307CĊEĖGĠIİZŻcċeėgġzż",
        "\u0308AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ",
        "\u030AAÅUŮaåuů",
        "\u030BOŐUŰoőuű",
        "\u030CCČDĎEĚNŇRŘSŠTŤZŽGǦcčdďeěnňrřsštťzžgǧ",
        "\u0327CÇSŞTŢGĢKĶLĻNŅRŖcçsştţgģkķlļnņrŗ",
        "\u0328AĄEĘIĮUŲaąeęiįuų",
    }.SelectMany(row => Enumerable.Range(0, (row.Length - 1) / 2).Select(pair => (Key: (row[1 + (2 * pair)], row[0]), Value: row[2 + (2 * pair)])))
        .ToDictionary(entry => entry.Key, entry => entry.Value);

    public static string Compose(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (composed.Length > 0 && Composed.TryGetValue((composed[^1], character), out var letter)) composed[^1] = letter;
            else composed.Append(character);
        }

        return composed.ToString();
    }
}
