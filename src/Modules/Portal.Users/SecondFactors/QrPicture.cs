using System.Globalization;
using System.Text;
using QRCoder;

namespace Portal.Users.SecondFactors;

/// <summary>A QR code (ISO/IEC 18004) as the path of an SVG: drawn here, so that no secret leaves the portal for a picture.</summary>
public static class QrPicture
{
    /// <returns>Path data, one unit per module, and the modules on one side with the quiet zone around.</returns>
    public static (string Path, int Size) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Length; x++)
            {
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return (path.ToString(), code.ModuleMatrix.Count);
    }
}
