using System.Text;
using System.Xml;

namespace Grader.Exporting;

/// <summary>Text as XML 1.0 may hold it.</summary>
internal static class XmlText
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private const char Replacement = '\uFFFD';

    public static XmlWriterSettings Settings => new() { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" };

    /// <summary>Control characters and halves of surrogate pairs, which no escape lets into XML, become U+FFFD.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) safe.Append(text[at]).Append(text[++at]);
            else safe.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : Replacement);
        }

        return safe.ToString();
    }
}
