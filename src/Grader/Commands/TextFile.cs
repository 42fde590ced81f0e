using System.Text;

namespace Grader.Commands;

/// <summary>Text files that a call names.</summary>
internal static class TextFile
{
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UnusableCallException">The file is not there, too large, or not UTF-8.</exception>
    public static string Read(string file)
    {
        try
        {
            if (new FileInfo(file).Length > MostBytes) throw new UnusableCallException($"{file} is over 64 MiB.", "Is it the right file?");
            return Strict.GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            throw new UnusableCallException($"{file} is not UTF-8 text.", "In the spreadsheet, save it as \"CSV UTF-8\".");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"{file} cannot be read: {problem.Message}");
        }
    }
}
