using System.Text;
using Formulas.Rendering;
using HandlebarsDotNet;

namespace Grader.Reporting;

/// <summary>
/// The page templates, compiled once. The template engine is known here and in <c>templates/</c> alone.
/// A double-braced value is always escaped; a triple-braced one is markup of our own making and its property ends in <c>Html</c>.
/// </summary>
public sealed class Templates
{
    private const string Extension = ".hbs";

    private readonly IHandlebars engine = Handlebars.Create(new HandlebarsConfiguration
    {
        TextEncoder = new VisibleTextEncoder(),
        ThrowOnUnresolvedBindingExpression = true,
    });

    private readonly string folder;

    private readonly Dictionary<string, HandlebarsTemplate<TextWriter, object, object>> whole = [];

    private Templates(string folder)
    {
        this.folder = folder;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal))
            Register(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));
    }

    /// <summary>
    /// Every template of a folder: <c>NAME.page.hbs</c> is a page, <c>NAME.piece.hbs</c> a piece of one that is made by itself,
    /// <c>NAME.hbs</c> a partial that pages and partials include as <c>{{> NAME}}</c>.
    /// </summary>
    public static Templates Load(string folder) => new(folder);

    /// <param name="page">A page, or a piece.</param>
    /// <exception cref="KeyNotFoundException">There is no such page.</exception>
    public string Render(string page, object model)
    {
        using var written = new StringWriter();
        Render(page, model, written);
        return written.ToString();
    }

    /// <inheritdoc cref="Render(string, object)"/>
    /// <param name="target">Gets the page piece by piece.</param>
    public void Render(string page, object model, TextWriter target) => whole[page](target, model);

    /// <summary>A file of the folder as it stands, its lines ended as browsers see them.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public string Text(string name) => File.ReadAllText(Path.Combine(folder, name)).ReplaceLineEndings("\n");

    private void Register(string name, string source)
    {
        var kind = Path.GetExtension(name);
        // A piece stands in a line of its page: the end of its file is no part of it.
        if (kind is ".page" or ".piece") whole[Path.GetFileNameWithoutExtension(name)] = engine.Compile(new StringReader(kind == ".piece" ? source.TrimEnd('\r', '\n') : source));
        else engine.RegisterTemplate(name, source);
    }

    private sealed class VisibleTextEncoder : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target) => target.Write(VisibleText.Escape(text ?? ""));

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            var characters = new StringBuilder();
            while (text is not null && text.MoveNext()) characters.Append(text.Current);
            Encode(characters, target);
        }
    }
}
