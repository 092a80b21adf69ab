/** The documents that DigiKey's Product Information v4 answers with, as far as the emulator speaks them. */
export interface Named {
  readonly Id: number;
  readonly Name: string;
}

export interface Variation {
  readonly DigiKeyProductNumber: string;
  readonly PackageType: Named;
  readonly StandardPricing: readonly {
    readonly BreakQuantity: number;
    readonly UnitPrice: number;
    readonly TotalPrice: number;
  }[];
  readonly MyPricing: readonly never[];
  readonly MarketPlace: boolean;
  readonly TariffActive: boolean;
  readonly Supplier: Named;
  readonly QuantityAvailableforPackageType: number;
  readonly MaxQuantityForDistribution: number;
  readonly MinimumOrderQuantity: number;
  readonly StandardPackage: number;
  readonly DigiReelFee: number;
}

/** Root first; the leaf is the innermost child. */
export interface Category {
  readonly CategoryId: number;
  readonly ParentId: number;
  readonly Name: string;
  readonly ProductCount: number;
  readonly NewProductCount: number;
  readonly ImageUrl: string;
  readonly SeoDescription: string;
  readonly ChildCategories: readonly Category[];
}

interface Parameter {
  readonly ParameterId: number;
  readonly ParameterText: string;
  readonly ParameterType: string;
  readonly ValueId: string;
  readonly ValueText: string;
}

/** One product: the same schema in `Products`, in `ExactMatches` and in a details answer. */
export interface Product {
  readonly Description: { readonly ProductDescription: string; readonly DetailedDescription: string };
  readonly Manufacturer: Named;
  readonly ManufacturerProductNumber: string;
  readonly UnitPrice: number;
  readonly ProductUrl: string;
  readonly DatasheetUrl: string | null;
  readonly PhotoUrl: string;
  readonly ProductVariations: readonly Variation[];
  readonly QuantityAvailable: number;
  readonly ProductStatus: { readonly Id: number; readonly Status: string };
  readonly BackOrderNotAllowed: boolean;
  readonly NormallyStocking: boolean;
  readonly Discontinued: boolean;
  readonly EndOfLife: boolean;
  readonly Ncnr: boolean;
  readonly PrimaryVideoUrl: string | null;
  readonly Parameters: readonly Parameter[];
  readonly BaseProductNumber: Named | null;
  readonly Category: Category;
  readonly DateLastBuyChance: string | null;
  readonly ManufacturerLeadWeeks: string | null;
  readonly ManufacturerPublicQuantity: number;
  readonly Series: Named;
  readonly ShippingInfo: null;
  readonly Classifications: {
    readonly ReachStatus: string;
    readonly RohsStatus: string;
    readonly MoistureSensitivityLevel: string;
    readonly ExportControlClassNumber: string;
    readonly HtsusCode: string;
  };
  readonly OtherNames: readonly string[];
}

export interface Substitute {
  readonly type: string;
  readonly product: Product;
}

/** What the emulator knows: its products, and for some of them others that may take their place. */
export interface Catalogue {
  readonly products: readonly Product[];
  readonly substitutes?: ReadonlyMap<Product, readonly Substitute[]>;
}
