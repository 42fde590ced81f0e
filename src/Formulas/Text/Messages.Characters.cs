using System.Globalization;
using System.Text;

namespace Formulas.Text;

/// <summary>What is wrong with single characters.</summary>
internal static partial class Messages
{
    /// <summary>Cyrillic and Greek letters, and the Latin letter that each looks like.</summary>
    private const string LookAlikes = "аaеeоoрpсcуyхxѕsіiјjԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoıi";

    public static Diagnostic UnknownCharacter(string character, SourceSpan span) =>
        new(Codes.UnknownCharacter, WhatItIs(character), span, WayOut(character));

    private static string WhatItIs(string character)
    {
        if (char.IsSurrogate(character[0]) && character.Length == 1) return string.Create(CultureInfo.InvariantCulture, $"Here stands half a character that is not seen, U+{(int)character[0]:X4}.");
        var rune = Rune.GetRuneAt(character, 0);
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            return string.Create(CultureInfo.InvariantCulture, $"Here stands a character that is not seen, U+{rune.Value:X4}.");
        return LooksLike(character) is { } latin ? $"The letter {character} only looks like {latin}: it is of another alphabet." : $"The character {character} has no meaning in a formula.";
    }

    private static string WayOut(string character) => character switch
    {
        "$" => "Dollars stand in pairs around mathematics: add the second, or leave them away.",
        "\\" => "A command follows a backslash, as in \\frac{a}{b}.",
        "%" => "Write a share as a number, such as 0.5 for 50 %.",
        "±" or "∓" => "Write the one sign that is meant.",
        "≈" or "≅" or "∼" or "∝" or "≡" => "Write only the formula.",
        "→" or "⇒" or "↦" or "⟶" or "⟹" or "⇔" => "Write only the formula, without the steps before it.",
        "∞" => "It is no number to reckon with: write the value that is meant.",
        "\"" or "`" => "Quotation marks are not needed: leave them away.",
        _ when LooksLike(character) is { } latin => $"Type it once more, as the Latin letter {latin}.",
        _ when WhatItIs(character).Contains("U+", StringComparison.Ordinal) => "Delete it: type this place of the formula once more.",
        _ => "Use letters, digits, + - * / ^ . ( ) [ ] and names such as sqrt, sum, exp.",
    };

    private static char? LooksLike(string character)
    {
        for (var at = 0; at < LookAlikes.Length; at += 2)
        {
            if (character.Length == 1 && LookAlikes[at] == character[0]) return LookAlikes[at + 1];
        }

        return null;
    }
}
