using Formulas.Rendering;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Grader.Reporting;

/// <summary>Statements of worksheets as HTML: Markdown, with mathematics between dollar signs as MathML.</summary>
public static class Statements
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseMathematics().UsePipeTables().DisableHtml().Build();

    /// <summary>
    /// Raw HTML shows as text, pictures become links and links lead to the web or nowhere, headings become strong paragraphs
    /// (the page's own headings order it).
    /// </summary>
    public static string ToHtml(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>()) MakeHarmless(link);

        using var output = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(output);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineMathRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new BlockMathRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new StrongHeadingRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ScrollingCodeRenderer());
        renderer.Render(document);
        return output.ToString();
    }

    private static void MakeHarmless(LinkInline link)
    {
        link.IsImage = false;
        var leadsToTheWeb = Uri.TryCreate(link.Url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (!leadsToTheWeb) link.Url = "#";
    }

    private sealed class InlineMathRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline math)
        {
            var display = math.DelimiterCount > 1;
            var mathMl = Typesetting.FromTex(math.Content.ToString(), display);

            // Twice-delimited mathematics within a line is displayed too; a span may stand in a paragraph where a div may not.
            renderer.Write(display ? $"<span class=\"display\">{Scrolling.Inline(mathMl)}</span>" : Scrolling.Inline(mathMl));
        }
    }

    private sealed class BlockMathRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock math) =>
            renderer.Write(Scrolling.Block(Typesetting.FromTex(math.Lines.ToString(), display: true))).WriteLine();
    }

    private sealed class StrongHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            renderer.Write("<p><strong>").WriteLeafInline(heading);
            renderer.Write("</strong></p>").WriteLine();
        }
    }

    private sealed class ScrollingTableRenderer : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
            base.Write(renderer, table);
            renderer.Write("</div>").WriteLine();
        }
    }

    private sealed class ScrollingCodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock code)
        {
            renderer.Write("<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>").WriteLeafRawLines(code, writeEndOfLines: true, escape: true);
            renderer.Write("</code></pre>").WriteLine();
        }
    }
}
